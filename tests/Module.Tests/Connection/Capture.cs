using System;
using System.Net;
using System.Net.Sockets;
using System.Security;
using System.Threading.Tasks;
using CloudflareAiGateway.EngineHost;

namespace CloudflareAiGateway.Module.Tests.Connection;

/// <summary>A bare listener that shows what a request looks like on the wire.</summary>
internal static class Capture
{
    /// <summary>The User-Agent of the first request that a Connect sends.</summary>
    public static string UserAgentOf(EngineSession session, SecureString token)
    {
        using var listener = new HttpListener();
        string address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(address);
        listener.Start();
        Task<HttpListenerContext> request = listener.GetContextAsync();
        using EngineRun run = session.BeginRun($"Connect-AiGateway -ApiToken $token -BaseUri {address}client/v4 -MaximumRetryCount 0", ("token", token));
        HttpListenerContext context = request.WaitAsync(TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
        string agent = context.Request.UserAgent ?? string.Empty;
        context.Response.StatusCode = 401;
        context.Response.Close();
        run.Stop();
        return agent;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
