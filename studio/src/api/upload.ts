/** How openapi-fetch is told to send a file: as a multipart form, its boundary left to the browser. */

interface Upload {
  body: never;
  bodySerializer: () => FormData;
}

export function upload(file: File): Upload {
  const form = new FormData();
  form.append('file', file);
  // The generated type of a binary field is `string`; the serializer below is what is really sent.
  return { body: undefined as never, bodySerializer: () => form };
}
