import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const KEY_BYTES = 32;
const SALT_BYTES = 16;

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Resolves with what tells later whether a password is this one, and does not give it away: `salt.key`, both in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(normalize(password), salt, KEY_BYTES);
  return `${salt.toString("base64url")}.${key.toString("base64url")}`;
}

export async function isPassword(
  password: string,
  hash: string,
): Promise<boolean> {
  const [salt = "", key = ""] = hash.split(".");
  const expected = Buffer.from(key, "base64url");
  const given = await derive(
    normalize(password),
    Buffer.from(salt, "base64url"),
    KEY_BYTES,
  );
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Keyboards write the same letter in several ways. */
const normalize = (password: string): string => password.normalize("NFC");
