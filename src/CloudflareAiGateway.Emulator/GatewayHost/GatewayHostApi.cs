using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>The host through which models are called: <c>/v1/{account}/{gateway}/…</c>. It lets calls in, and finds out what they want.</summary>
internal sealed class GatewayHostApi(EmulatorServices services, InferenceEngine engine)
{
    private const string Root = "/v1/";

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    public async Task<EmulatedResponse> HandleAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        string[] segments = request.Path[Root.Length..].Split('/', 3);
        if (segments.Length < 2)
        {
            return RefusalAnswer.Make(CallDoor.GatewayHost, GatewayRefusal.UnknownGateway);
        }

        string accountId = Uri.UnescapeDataString(segments[0]);
        string gatewayId = Uri.UnescapeDataString(segments[1]);
        string rest = segments.Length > 2 ? Uri.UnescapeDataString(segments[2]) : string.Empty;
        GatewayToken token = GatewayToken.Read(request, accountId, services);

        // Only the default gateway can come into being here.
        bool mayWrite = gatewayId == GatewayEndpoints.DefaultId && token.MayRun;
        (InferenceCall? call, PlanReading reading) = await services.Store.RunAsync(
            mayWrite, tables => Admit(tables, request, token, accountId, gatewayId, rest), cancellationToken).ConfigureAwait(false);
        return reading.Refusal is GatewayRefusal refusal
            ? RefusalAnswer.Make(CallDoor.GatewayHost, refusal)
            : await engine.RunAsync(call!, reading.Plan!, cancellationToken).ConfigureAwait(false);
    }

    private (InferenceCall? Call, PlanReading Reading) Admit(StateTables tables, EmulatedRequest request, GatewayToken token, string accountId, string gatewayId, string rest)
    {
        DateTimeOffset now = services.Time.GetUtcNow();
        if (AccountTable.Of(tables).Find(accountId) is null
            || DefaultGateway.FindOrMake(tables, accountId, gatewayId, token.MayRun, now) is not StoredDocument gateway)
        {
            return (null, GatewayRefusal.UnknownGateway);
        }

        var settings = GatewaySettings.Read(gateway);
        if (settings.Authentication && !token.MayRun)
        {
            return (null, GatewayRefusal.Unauthorized);
        }

        InferenceCall call = InferenceCall.Make(services, request, CallDoor.GatewayHost, accountId, settings, now) with
        {
            IsAuthorized = token.MayRun,
            TokenIsInAuthorization = token.IsInAuthorization,
        };
        return (call, ReadPlan(new SurfaceContext { Tables = tables, Sources = services.Sources, AutoRouter = services.Inference.AutoRouter, Call = call }, rest));
    }

    private static PlanReading ReadPlan(SurfaceContext context, string rest)
    {
        if (rest.Length == 0)
        {
            return UniversalSurface.Read(context);
        }

        string[] parts = rest.Split('/', 2);
        string path = parts.Length > 1 ? parts[1] : string.Empty;
        return parts[0] switch
        {
            CompatSurface.Slug => CompatSurface.Read(context, path, context.Request.Body, context.Headers, CallOptions.Read(context.Headers)),

            // A preview of what the REST API has now.
            RestSurface.Run when path.Length == 0 => RestSurface.Read(context, RestSurface.Run),
            _ => NativeSurface.Read(context, parts[0], path),
        };
    }
}
