using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Deletes secrets of one store. The answer of the call for many says nothing about single ones, so the list is read afterwards. When
/// that call is refused, which one unknown id may cause, they go one by one.
/// </summary>
internal sealed class SecretDeletion
{
    /// <summary>How long deletions that were accepted may take to show, in growing waits.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly ApiTransport _transport;
    private readonly SecretClient _client;
    private readonly string _accountId;
    private readonly string _storeId;
    private readonly CallContext _call;

    /// <summary>Says where.</summary>
    public SecretDeletion(ApiTransport transport, SecretClient client, string accountId, string storeId, CallContext call)
    {
        _transport = transport;
        _client = client;
        _accountId = accountId;
        _storeId = storeId;
        _call = call;
    }

    /// <summary>Deletes them.</summary>
    /// <returns>What was not deleted, and why.</returns>
    public async Task<IReadOnlyDictionary<string, AiGatewayException>> RunAsync(IReadOnlyList<string> ids)
    {
        if (ids.Count == 1)
        {
            return await OneByOneAsync(ids).ConfigureAwait(false);
        }

        var body = new JsonObject { ["ids"] = new JsonArray([.. Array.ConvertAll([.. ids], id => (JsonNode)id)]) };
        ApiOutcome outcome = await _transport.TrySendAsync(SecretRequests.DeleteMany(_accountId, _storeId, body), _call).ConfigureAwait(false);
        AiGatewayException? error = outcome.Error ?? Refusal(outcome.Reply!);
        if (error is { Kind: AiGatewayErrorKind.NotFound or AiGatewayErrorKind.Rejected })
        {
            _call.Sink.Report(DiagnosticKind.Verbose, error.Message + " Deleting them one by one.");
            return await OneByOneAsync(ids).ConfigureAwait(false);
        }

        return await LookAsync(ids, error).ConfigureAwait(false);
    }

    private static AiGatewayException? Refusal(ApiReply reply)
    {
        // A 404 that follows an open attempt comes as success: what was to go is gone.
        if (!reply.HasSuccessStatus)
        {
            return null;
        }

        try
        {
            reply.EnsureSuccess();
            return null;
        }
        catch (AiGatewayException exception)
        {
            return exception;
        }
    }

    private async Task<IReadOnlyDictionary<string, AiGatewayException>> OneByOneAsync(IReadOnlyList<string> ids)
    {
        var failures = new Dictionary<string, AiGatewayException>(StringComparer.Ordinal);
        foreach (string id in ids)
        {
            ApiOutcome outcome = await _transport.TrySendAsync(SecretRequests.Delete(_accountId, _storeId, id), _call).ConfigureAwait(false);
            if ((outcome.Error ?? Refusal(outcome.Reply!)) is AiGatewayException error)
            {
                failures[id] = error;
            }
        }

        return failures;
    }

    /// <summary>Reads what is left, more than once when deletions that were accepted do not show yet.</summary>
    private async Task<IReadOnlyDictionary<string, AiGatewayException>> LookAsync(IReadOnlyList<string> ids, AiGatewayException? error)
    {
        var wait = new GrowingWait(_transport.Clock, error is null ? s_patience : TimeSpan.Zero);
        while (true)
        {
            HashSet<string> left;
            try
            {
                left = await LeftAsync(ids).ConfigureAwait(false);
            }
            catch (AiGatewayException unreadable)
            {
                return Failures(ids, error ?? ErrorFactory.Retold(
                    unreadable,
                    $"Whether the secrets were deleted could not be found out: {unreadable.Message}",
                    "Look with Get-AiGatewaySecret what is left."));
            }

            if (left.Count == 0 || !await wait.NextAsync(_call.CancellationToken).ConfigureAwait(false))
            {
                return Failures(left, error ?? ErrorFactory.Own(
                    SecretRequests.DeleteMany(_accountId, _storeId, []),
                    AiGatewayErrorKind.UnexpectedResponse,
                    "The API accepted the deletion of the secret, but it is still there.",
                    "Look at it with Get-AiGatewaySecret, and delete it again."));
            }
        }
    }

    private async Task<HashSet<string>> LeftAsync(IReadOnlyList<string> ids)
    {
        var asked = new HashSet<string>(ids, StringComparer.Ordinal);
        var left = new HashSet<string>(StringComparer.Ordinal);
        await _client.WalkAsync(_accountId, _storeId, _call, null, secret =>
        {
            if (asked.Contains(secret.Id) && secret.Status is not SecretStatus.Deleted)
            {
                left.Add(secret.Id);
            }

            return false;
        }).ConfigureAwait(false);
        return left;
    }

    private static Dictionary<string, AiGatewayException> Failures(IEnumerable<string> ids, AiGatewayException error)
    {
        var failures = new Dictionary<string, AiGatewayException>(StringComparer.Ordinal);
        foreach (string id in ids)
        {
            failures[id] = error;
        }

        return failures;
    }
}
