/**
 * By which names this machine is called on its networks.
 * @module
 */

/** Addresses of this machine that others on its networks can reach. */
export function lanAddresses(): string[] {
  return Deno.networkInterfaces().filter(({ family, address }) =>
    family === "IPv4" && !address.startsWith("127.")
  ).map(({ address }) => address);
}

/** Names that others may have for a machine: its own, the one of multicast DNS, and Cairn's. Lower case. */
export function lanNames(hostname: string): string[] {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  const own = /^[a-z0-9]/.test(name) && name !== "localhost" ? [name, `${name.split(".")[0]}.local`] : [];
  return [...new Set([...own, "cairn.local"])];
}
