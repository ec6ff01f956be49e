using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Calls to models on the API host: <c>/accounts/{account}/ai/run</c> and <c>/accounts/{account}/ai/v1/…</c>. They do not use the API's
/// quota: the documented limits of Workers AI are thousands of calls a minute.
/// </summary>
internal sealed class RestInferenceApi(EmulatorServices services, InferenceEngine engine)
{
    private const string Root = "/client/v4/accounts/";
    private const string Ai = "ai/";

    public static bool Owns(string path) =>
        ReadPath(path) is (_, string rest) && (rest is "run" or "v1" || rest.StartsWith("run/", StringComparison.Ordinal) || rest.StartsWith("v1/", StringComparison.Ordinal));

    public async Task<EmulatedResponse> HandleAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        (string accountId, string path) = ReadPath(request.Path)!.Value;
        if (Credential.ReadBearer(request.Header("Authorization")) is not string credential)
        {
            return Envelope.Failure(EnvelopeFamily.V4, 400, Credential.Explain(request));
        }

        if (services.Tokens.Find(credential) is not EmulatorToken token || token.StatusAt(services.Time.GetUtcNow()) != TokenStatus.Active)
        {
            return Denied();
        }

        // Only the default gateway can come into being here.
        bool mayWrite = GatewayOf(request) is null or GatewayEndpoints.DefaultId;
        (InferenceCall? call, PlanReading? reading, EmulatedResponse? failure) = await services.Store.RunAsync(
            mayWrite, tables => Admit(tables, request, token, accountId, path), cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            return failure;
        }

        return reading!.Refusal is GatewayRefusal refusal
            ? RefusalAnswer.Make(DoorOf(path), refusal)
            : await engine.RunAsync(call!, reading.Plan!, cancellationToken).ConfigureAwait(false);
    }

    private (InferenceCall? Call, PlanReading? Reading, EmulatedResponse? Failure) Admit(StateTables tables, EmulatedRequest request, EmulatorToken token, string accountId, string path)
    {
        DateTimeOffset now = services.Time.GetUtcNow();
        if (AccountTable.Refuse(tables, accountId, token, request.Path) is EmulatedResponse refused)
        {
            return (null, null, refused);
        }

        // A token with permissions for AI Gateway only is not enough here.
        if (!token.HasAny(Permission.RunsWorkersAi))
        {
            return (null, null, Denied());
        }

        if (request.Method != "POST")
        {
            return (null, GatewayRefusal.NoRest(request.Path), null);
        }

        CallDoor door = DoorOf(path);
        InferenceCall call = InferenceCall.Make(services, request, door, accountId, GatewaySettings.None, now) with { IsAuthorized = true };
        PlanReading reading = RestSurface.Read(new SurfaceContext { Tables = tables, Sources = services.Sources, AutoRouter = services.Inference.AutoRouter, Call = call }, path);
        if (reading.Plan is null)
        {
            return (null, reading, null);
        }

        // Workers AI needs no gateway, all others take the default one.
        string? named = GatewayOf(request);
        if (named is null && reading.Plan.Steps[0].Provider.IsWorkersAi)
        {
            return (call, reading, null);
        }

        return DefaultGateway.FindOrMake(tables, accountId, named ?? GatewayEndpoints.DefaultId, mayMake: true, now) is StoredDocument gateway
            ? (call with { Gateway = GatewaySettings.Read(gateway) }, reading, null)
            : (null, GatewayRefusal.UnknownGateway, null);
    }

    private static string? GatewayOf(EmulatedRequest request) => request.Header("cf-aig-gateway-id") is { Length: > 0 } named ? named : null;

    private static CallDoor DoorOf(string path) => path.StartsWith("v1", StringComparison.Ordinal) ? CallDoor.RestFormat : CallDoor.RestRun;

    private static (string AccountId, string Path)? ReadPath(string path)
    {
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = path[Root.Length..].Split('/', 2);
        return parts.Length == 2 && parts[1].StartsWith(Ai, StringComparison.Ordinal)
            ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1][Ai.Length..]))
            : null;
    }

    private static EmulatedResponse Denied() => Envelope.Failure(EnvelopeFamily.V4, 401, Problem.Authentication);
}
