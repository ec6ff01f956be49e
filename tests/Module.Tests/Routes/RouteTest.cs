using System.Linq;
using System.Text.Json.Nodes;
using CloudflareAiGateway.Module.Tests.Support;

namespace CloudflareAiGateway.Module.Tests.Routes;

/// <summary>A test with gateways <c>prod-api</c> and <c>staging-api</c>, and the functions that make graphs.</summary>
public abstract class RouteTest : ModuleTest
{
    protected RouteTest(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("'prod-api', 'staging-api' | New-AiGateway | Out-Null");
        Run(RouteScripts.Functions.Replace("function ", "function global:", System.StringComparison.Ordinal));
        Emulator.ForgetRequests();
    }

    /// <summary>Route support with a version that is deployed; the journal begins after it.</summary>
    protected void MakeSupport()
    {
        Run("New-AiGatewayRoute prod-api support (Get-Graph) | Out-Null");
        Emulator.ForgetRequests();
    }

    protected void Behave(string behaviour) => Emulator.Post("/_emulator/behaviour", new JsonObject { [behaviour] = true });

    /// <summary>Requests as <c>POST /versions</c>, without what stands before the route.</summary>
    protected string[] Calls() => [.. Emulator.Requests().Select(Short)];

    private static string Short(string request)
    {
        string method = request.Split(' ')[0];
        string[] path = request.Split("/routes");
        string[] below = path.Length > 1 ? path[1].Split('/') : [];
        return below.Length switch
        {
            0 => request,
            1 => $"{method} routes",
            2 => $"{method} route",
            _ => $"{method} {below[2]}{(below.Length > 3 ? "/one" : string.Empty)}",
        };
    }
}
