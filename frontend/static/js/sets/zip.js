/** Packs files into one ZIP, uncompressed: pictures are compressed already. Of each file only its checksum is worked out here. */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;

/** What an ordinary ZIP can hold. */
export const MOST_FILES = 65535;
export const MOST_BYTES = 0xfff00000;

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

async function checksum(file) {
  let sum = 0xffffffff;
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (const byte of bytes) sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** The fields of a header: [bytes, value], little endian. */
function header(...fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((all, [bytes]) => all + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += bytes;
  }
  return view.buffer;
}

/**
 * @param files [{path, file}]
 * @param tell is called with how many files are packed
 * @returns the ZIP as a Blob, which reads the files from the disk when it is sent
 */
export async function zip(files, tell) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [done, { path, file }] of files.entries()) {
    tell(done);
    const name = new TextEncoder().encode(path);
    const common = [[2, VERSION], [2, NAMES_ARE_UTF8], [2, 0], [2, 0], [2, 0x21], [4, await checksum(file)], [4, file.size],
      [4, file.size], [2, name.length], [2, 0]];
    const local = header([4, LOCAL], ...common);
    directory.push(header([4, CENTRAL], [2, VERSION], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    parts.push(local, name, file);
    at += local.byteLength + name.length + file.size;
  }
  const length = directory.reduce((all, part) => all + part.byteLength, 0);
  const end = header([4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length], [4, at], [2, 0]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}
