"""How large a request's body may be."""

SMALL_BODY_MB = 1
UPLOAD_MB = 12  # a photo from a phone, as multipart/form-data
