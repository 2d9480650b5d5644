package org.prefstream.embedded.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate of 127.0.0.1 that nobody has signed but itself, made by the JDK's keytool for one run of the tests.
 *
 * @param keyStore
 *            a PKCS #12 file with the certificate and its key
 * @param certificate
 *            a PEM file with the certificate, for those who shall trust it
 */
public record TestCertificate(Path keyStore, Path certificate) {

    /** The password of the key store and of its key. */
    public static final String PASSWORD = "certified";

    private static final String ALIAS = "server";
    private static final int KEYTOOL_SECONDS_MAX = 60;

    /** Makes a certificate in the folder. */
    public static TestCertificate make(Path folder) throws IOException {
        TestCertificate made = new TestCertificate(folder.resolve("server.p12"), folder.resolve("server.pem"));
        keytool(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=127.0.0.1",
                "-ext", "san=ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore",
                made.keyStore.toString(), "-storepass", PASSWORD));
        keytool(List.of("-exportcert", "-rfc", "-alias", ALIAS, "-keystore", made.keyStore.toString(), "-storepass",
                PASSWORD, "-file", made.certificate.toString()));
        return made;
    }

    /** {@return the private key in PEM} */
    public String privateKey() throws IOException {
        try (var stored = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stored, PASSWORD.toCharArray());
            Key key = store.getKey(ALIAS, PASSWORD.toCharArray());
            String base64 = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(key.getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of %s cannot be read".formatted(keyStore), e);
        }
    }

    private static void keytool(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-noprompt"));
        command.addAll(arguments);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!keytool.waitFor(KEYTOOL_SECONDS_MAX, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a certificate was made", e);
        } finally {
            keytool.destroyForcibly();
        }
    }
}
