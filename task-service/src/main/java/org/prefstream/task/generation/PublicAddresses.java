package org.prefstream.task.generation;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from all others, by the special-purpose registries of IANA (RFC 6890 and its updates). Services
 * of clouds that tell secrets to whoever asks (169.254.169.254, 100.100.100.200, fd00:ec2::254, 168.63.129.16) are among the others.
 */
final class PublicAddresses {

    /** Networks of IPv4 that are not public: their first four bytes, and how many bits count. */
    private static final int[][] OTHERS = {{0, 0, 0, 0, 8}, {10, 0, 0, 0, 8}, {100, 64, 0, 0, 10}, {127, 0, 0, 0, 8},
            {168, 63, 129, 16, 32}, {169, 254, 0, 0, 16}, {172, 16, 0, 0, 12}, {192, 0, 0, 0, 24}, {192, 0, 2, 0, 24},
            {192, 88, 99, 0, 24}, {192, 168, 0, 0, 16}, {198, 18, 0, 0, 15}, {198, 51, 100, 0, 24},
            {203, 0, 113, 0, 24}, {224, 0, 0, 0, 3}};
    private static final int BYTE = 0xff;

    private PublicAddresses() {
    }

    /** {@return whether everybody may be sent there} */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0);
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | (bytes[from + i] & BYTE);
        }
        for (int[] other : OTHERS) {
            int network = (other[0] << 24) | (other[1] << 16) | (other[2] << 8) | other[3];
            int mask = -1 << (32 - other[4]);
            if ((value & mask) == network) {
                return false;
            }
        }
        return true;
    }

    /** Of IPv6, what is given to the public (2000::/3), without tunnels, which lead to any IPv4 address, and documentation. */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & BYTE) << 8) | (bytes[1] & BYTE);
        int second = ((bytes[2] & BYTE) << 8) | (bytes[3] & BYTE);
        boolean given = first >> 13 == 1;
        boolean special = (first == 0x2001 && (second < 0x200 || second == 0xdb8)) || first == 0x2002
                || first == 0x3fff;
        return given && !special;
    }
}
