using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PlansWeb.Tests.Infrastructure;

/// <summary>nginx over an export, with the snippets that the export brings. Skips the test where nginx is not there.</summary>
public sealed class Nginx : IDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly string _folder = Directory.CreateTempSubdirectory("plansweb-nginx-").FullName;

    /// <summary>Starts it; it listens when this returns.</summary>
    /// <param name="export">The folder of the export.</param>
    public Nginx(string export)
    {
        Needs.That(File.Exists(Program), "nginx is not installed.");
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        // The worker of a root process is another user, who may not see the test's folders.
        var user = Environment.UserName == "root" ? "user root;" : "";
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), string.Create(CultureInfo.InvariantCulture, $$"""
            {{user}}
            daemon on;
            pid {{_folder}}/pid;
            error_log {{_folder}}/error.log;
            events { }
            http {
              access_log off;
              client_body_temp_path {{_folder}}/body; proxy_temp_path {{_folder}}/proxy; fastcgi_temp_path {{_folder}}/fastcgi; uwsgi_temp_path {{_folder}}/uwsgi; scgi_temp_path {{_folder}}/scgi;
              include {{export}}/.plansweb/nginx-http.conf;
              server { listen 127.0.0.1:{{Port}}; root {{export}}; include {{export}}/.plansweb/nginx-server.conf; }
            }
            """));
        Run("-e", Path.Combine(_folder, "error.log"), "-c", Path.Combine(_folder, "nginx.conf"));
    }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("-e", Path.Combine(_folder, "error.log"), "-c", Path.Combine(_folder, "nginx.conf"), "-s", "stop");
    }

    private static void Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }
}
