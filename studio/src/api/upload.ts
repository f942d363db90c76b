/** How openapi-fetch is told to send a file: as a multipart form, its boundary left to the browser. */

interface Upload {
  body: { file: string };
  bodySerializer: () => FormData;
}

export function upload(file: File): Upload {
  const form = new FormData();
  form.append('file', file);
  // The generated type of a binary field is `string`; the serializer's form is what is really sent.
  return { body: { file: file.name }, bodySerializer: () => form };
}
