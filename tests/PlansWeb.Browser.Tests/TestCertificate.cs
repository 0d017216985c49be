using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PlansWeb.Browser.Tests;

/// <summary>A certificate for this machine, made for the run. The browser is told to trust its key: one that it only put up with would keep it from caching.</summary>
public static class TestCertificate
{
    /// <summary>Opens <see cref="Pfx"/>.</summary>
    public const string Password = "tests";

    private static readonly X509Certificate2 s_certificate = Make();

    /// <summary>SHA-256 of the public key, in base64, as Chromium's list of trusted keys takes it.</summary>
    public static string KeyHash { get; } = Convert.ToBase64String(SHA256.HashData(s_certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>The certificate with its key, as PKCS #12.</summary>
    public static byte[] Pfx { get; } = s_certificate.Export(X509ContentType.Pkcs12, Password);

    /// <summary>A server's certificate is this one.</summary>
    public static bool IsOurs(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate?.GetCertHashString() == s_certificate.GetCertHashString();

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(7));
    }
}
