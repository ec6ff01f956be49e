using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Creates one gateway completely: POST, read back when its outcome is open, PUT for what the POST dropped.</summary>
internal sealed class GatewayCreation
{
    private readonly ApiTransport _transport;
    private readonly GatewayClient _client;
    private readonly string _accountId;
    private readonly string _name;
    private readonly CallContext _call;

    /// <summary>Names the gateway.</summary>
    public GatewayCreation(ApiTransport transport, GatewayClient client, string accountId, string name, CallContext call)
    {
        _transport = transport;
        _client = client;
        _accountId = accountId;
        _name = name;
        _call = call;
    }

    /// <summary>Creates it.</summary>
    public async Task<AiGateway> RunAsync(IReadOnlyDictionary<string, object?> settings)
    {
        var writer = new SettingsWriter();
        JsonObject asked = writer.Write(settings);
        var body = new JsonObject { ["id"] = _name };
        foreach (KeyValuePair<string, JsonNode?> setting in GatewayDocument.ToBody(asked))
        {
            body[setting.Key] = setting.Value?.DeepClone();
        }

        CallBudget budget = _transport.NewBudget();
        GatewaySnapshot created = await new NamedCreate(_transport, _call, budget).RunAsync(
            GatewayRequests.Create(_accountId, _name, body, writer.Secrets),
            reply => _client.Snapshot(reply, _accountId),
            ReadBackAsync,
            found => Missing(found, body, mayLackDropped: true).Count == 0).ConfigureAwait(false);

        IReadOnlyList<GatewayDifference> missing = Missing(created, body, mayLackDropped: false);
        return missing.Count == 0 ? created.Gateway : await CompleteAsync(created, asked, writer, missing, budget).ConfigureAwait(false);
    }

    private static IReadOnlyList<GatewayDifference> Missing(GatewaySnapshot found, JsonObject body, bool mayLackDropped)
    {
        var wanted = (JsonObject)body.DeepClone();
        foreach (string name in GatewayRules.MayBeDroppedOnCreate)
        {
            if (mayLackDropped && found.Document[name] is null)
            {
                wanted.Remove(name);
            }
        }

        return JsonDifference.Find(found.Document, wanted, GatewayRules.Comparison, onlyWanted: true, ignoreSecrets: true);
    }

    private async Task<GatewaySnapshot?> ReadBackAsync(CallBudget budget)
    {
        try
        {
            return await _client.FetchAsync(_accountId, _name, _call, budget).ConfigureAwait(false);
        }
        catch (AiGatewayException exception) when (exception.Kind is AiGatewayErrorKind.NotFound)
        {
            return null;
        }
    }

    private async Task<AiGateway> CompleteAsync(
        GatewaySnapshot created, JsonObject asked, SettingsWriter writer, IReadOnlyList<GatewayDifference> missing, CallBudget budget)
    {
        string names = string.Join(", ", System.Linq.Enumerable.Select(missing, difference => difference.Setting));
        _call.Sink.Report(DiagnosticKind.Verbose, $"Gateway '{_name}' was created without {names}; updating it.");
        try
        {
            return await _client.PutAsync(_client.Plan(created, asked, writer), _call, budget).ConfigureAwait(false);
        }
        catch (AiGatewayException exception)
        {
            throw ErrorFactory.Retold(
                exception,
                $"Gateway '{_name}' was created, but these settings are missing: {names}. {exception.Message}",
                $"Set the missing settings on '{_name}' with Set-AiGateway. {exception.RecommendedAction}".TrimEnd());
        }
    }
}
