using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>The emulator's own API, <c>/_emulator/*</c>: for tests, without credentials, not recorded and never faulty.</summary>
internal sealed class ControlApi(EmulatorApp app)
{
    private const string Root = "/_emulator/";

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    public async Task<EmulatedResponse> HandleAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            switch (request.Method + " " + request.Path[Root.Length..])
            {
                case "POST reset":
                    await app.ResetAsync(cancellationToken).ConfigureAwait(false);
                    return Done();
                case "GET requests":
                    return Answer(200, app.Requests);
                case "DELETE requests":
                    app.ClearRequests();
                    return Done();
                case "POST faults":
                    AddFaults(request.Body);
                    return Done();
                case "DELETE faults":
                    app.ClearFaults();
                    return Done();
                case "POST providers":
                    AddProviderFaults(request.Body);
                    return Done();
                case "DELETE providers":
                    app.ClearProviderFaults();
                    return Done();
                case "POST quota":
                    app.SetQuota(Read<EmulatorQuota>(request.Body));
                    return Done();
                case "POST gateways":
                    await AddGatewaysAsync(Read<GatewaySeedRequest>(request.Body), cancellationToken).ConfigureAwait(false);
                    return Done();
                case "POST logs":
                    return Answer(200, new JsonObject { ["success"] = true, ["added"] = await app.AddLogsAsync(Read<LogSeed>(request.Body), cancellationToken).ConfigureAwait(false) });
                case "POST logs/evict":
                    return await EvictLogsAsync(Read<LogEviction>(request.Body), cancellationToken).ConfigureAwait(false);
                case "POST tokens":
                    app.AddToken(Read<EmulatorToken>(request.Body));
                    return Done();
                case "POST accounts":
                    await app.AddAccountAsync(Read<EmulatorAccount>(request.Body), cancellationToken).ConfigureAwait(false);
                    return Done();
                case "POST behaviour":
                    ChangeBehaviour(request.Body);
                    return Answer(200, app.Behaviour);
                default:
                    return Refuse(404, $"The emulator has no {request.Method} {request.Path}.");
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return Refuse(400, exception.Message);
        }
    }

    private void AddFaults(ReadOnlyMemory<byte> body)
    {
        foreach (EmulatorFault fault in ReadOneOrMore<EmulatorFault>(body))
        {
            app.AddFault(fault);
        }
    }

    private void AddProviderFaults(ReadOnlyMemory<byte> body)
    {
        foreach (ProviderFault fault in ReadOneOrMore<ProviderFault>(body))
        {
            app.AddProviderFault(fault);
        }
    }

    private Task AddGatewaysAsync(GatewaySeedRequest seed, CancellationToken cancellationToken)
    {
        JsonElement given = seed.Gateways ?? seed.Gateway ?? throw new JsonException("'gateway' or 'gateways' is missing.");
        return app.AddGatewaysAsync(seed.AccountId, given.GetRawText(), cancellationToken);
    }

    private async Task<EmulatedResponse> EvictLogsAsync(LogEviction eviction, CancellationToken cancellationToken)
    {
        int left = await app.EvictLogsAsync(eviction.Gateway, eviction.Count, eviction.AccountId, cancellationToken).ConfigureAwait(false);
        return Answer(200, new JsonObject { ["success"] = true, ["left"] = left });
    }

    private void ChangeBehaviour(ReadOnlyMemory<byte> body)
    {
        // What the body does not name stays as it is.
        JsonObject merged = JsonSerializer.SerializeToNode(app.Behaviour, ControlJson.Options)!.AsObject();
        foreach (KeyValuePair<string, JsonNode?> member in Read<JsonObject>(body))
        {
            merged[member.Key] = member.Value?.DeepClone();
        }

        app.Behaviour = merged.Deserialize<EmulatorBehaviour>(ControlJson.Options)!;
    }

    private static T[] ReadOneOrMore<T>(ReadOnlyMemory<byte> body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Array ? Read<T[]>(body) : [Read<T>(body)];
    }

    private static T Read<T>(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize<T>(body.Span, ControlJson.Options) ?? throw new JsonException("The body is null.");

    private static EmulatedResponse Done() => Answer(200, new JsonObject { ["success"] = true });

    private static EmulatedResponse Refuse(int status, string message) => Answer(status, new JsonObject { ["success"] = false, ["error"] = message });

    private static EmulatedResponse Answer<T>(int status, T value) =>
        new() { Status = status, Body = JsonSerializer.SerializeToUtf8Bytes(value, ControlJson.Options) };
}
