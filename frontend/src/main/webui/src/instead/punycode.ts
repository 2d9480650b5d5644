/** Stands in for the parser's table of how hosts are written in ASCII (vite.config.ts): browsers know it. */
export default {
  /**
   * @returns the host as an address has it, such as `xn--bcher-kva.example` for `bücher.example`
   * @throws TypeError if it is no host
   */
  toASCII: (host: string): string => new URL(`https://${host}`).hostname,
};
