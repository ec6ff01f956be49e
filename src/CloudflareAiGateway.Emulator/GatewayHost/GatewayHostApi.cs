using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>The host through which models are called: <c>/v1/{account}/{gateway}/...</c>. It checks gateway and token; it calls no model yet.</summary>
internal sealed class GatewayHostApi(EmulatorServices services)
{
    private const string Root = "/v1/";

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    public Task<EmulatedResponse> HandleAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        string[] segments = request.Path[Root.Length..].Split('/', 3);
        if (segments.Length < 2)
        {
            return Task.FromResult(UnknownGateway());
        }

        string accountId = Uri.UnescapeDataString(segments[0]);
        string gatewayId = Uri.UnescapeDataString(segments[1]);
        bool authorized = IsAuthorized(request, accountId);

        // Only the default gateway can come into being here.
        bool mayWrite = gatewayId == GatewayEndpoints.DefaultId && authorized;
        return services.Store.RunAsync(mayWrite, tables => Answer(tables, accountId, gatewayId, authorized), cancellationToken);
    }

    private EmulatedResponse Answer(StateTables tables, string accountId, string gatewayId, bool authorized)
    {
        if (AccountTable.Of(tables).Find(accountId) is null)
        {
            return UnknownGateway();
        }

        DocumentTable gateways = GatewayEndpoints.Table(tables, accountId);
        StoredDocument? gateway = gateways.Find(gatewayId);
        if (gateway is null && gatewayId == GatewayEndpoints.DefaultId && authorized)
        {
            gateway = MakeDefault();
            gateways.Put(gateway);
        }

        if (gateway is null)
        {
            return UnknownGateway();
        }

        return NeedsToken(gateway) && !authorized
            ? GatewayHostEnvelope.Failure(401, 2009, "Unauthorized")
            : GatewayHostEnvelope.Failure(400, 2008, "Invalid provider");
    }

    private bool IsAuthorized(EmulatedRequest request, string accountId)
    {
        // The header that is meant for it wins; beside it, Authorization holds the provider's key.
        string? header = request.Header("cf-aig-authorization") ?? request.Header("Authorization");
        return services.Tokens.Find(Credential.ReadBearer(header)) is EmulatorToken token
            && token.StatusAt(services.Time.GetUtcNow()) == TokenStatus.Active
            && token.MayUse(accountId)
            && token.Has(Permission.AiGatewayRun);
    }

    private StoredDocument MakeDefault()
    {
        DateTimeOffset now = services.Time.GetUtcNow();
        var settings = new JsonObject
        {
            ["cache_invalidate_on_update"] = false,
            ["cache_ttl"] = 0,
            ["collect_logs"] = true,
            ["rate_limiting_interval"] = 0,
            ["rate_limiting_limit"] = 0,
            ["authentication"] = true,
            ["workers_ai_billing_mode"] = "postpaid",
        };
        using JsonDocument given = JsonDocument.Parse(settings.ToJsonString());
        var context = new RuleContext(keepUnknown: false);
        var complete = (JsonObject)GatewayRules.Update.Read(given.RootElement, PathStep.Body, context)!;
        return GatewayBody.Store(GatewayEndpoints.DefaultId, complete, now, now);
    }

    private static bool NeedsToken(StoredDocument gateway)
    {
        using JsonDocument document = JsonDocument.Parse(gateway.Json);
        return document.RootElement.TryGetProperty("authentication", out JsonElement authentication)
            && authentication.ValueKind == JsonValueKind.True;
    }

    private static EmulatedResponse UnknownGateway() =>
        GatewayHostEnvelope.Failure(400, 2001, "Please configure AI Gateway in the Cloudflare dashboard");
}
