using System.Threading.Tasks;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>For commands on single named things inside a gateway, given by name or by id; a piped thing gives its id.</summary>
public abstract class NamedItemCommand : GatewayItemCommand
{
    private protected const string NameSet = "Name";
    private protected const string IdSet = "Id";

    /// <summary>The names given; null in the other set.</summary>
    private protected abstract string[]? Names { get; }

    /// <summary>The ids given; null in the other set.</summary>
    private protected abstract string[]? Ids { get; }

    /// <summary>Does the command's work for each thing.</summary>
    protected override void ProcessRecord()
    {
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return;
        }

        string accountId = ResolveAccountId();
        foreach (string name in Names ?? System.Array.Empty<string>())
        {
            if (TryFind(accountId, name, out string id))
            {
                ProcessItem(accountId, id, name);
            }
        }

        foreach (string id in Ids ?? System.Array.Empty<string>())
        {
            ProcessItem(accountId, id, id);
        }
    }

    /// <summary>Finds the id that belongs to a name.</summary>
    /// <returns>Null when there is none.</returns>
    private protected abstract Task<string?> FindIdAsync(string accountId, string name, CallContext call);

    /// <summary>Does the command's work for one thing.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="id">The thing's id.</param>
    /// <param name="shown">What the user called it.</param>
    private protected abstract void ProcessItem(string accountId, string id, string shown);

    /// <summary>How the thing reads in -WhatIf and -Confirm.</summary>
    private protected string Describe(string accountId, string shown) =>
        $"{ResourceName.ToLowerInvariant()} '{shown}' of gateway '{Gateway}' (account {accountId})";

    /// <summary>Runs a call on a thing; when something is not found, a gateway that does not exist is told from a thing that does not.</summary>
    private protected bool TryRun<T>(string accountId, string shown, System.Func<CallContext, Task<T>> work, out T result)
    {
        result = default!;
        try
        {
            result = Await(work);
            return true;
        }
        catch (AiGatewayException failure)
        {
            if (failure.Kind == AiGatewayErrorKind.NotFound && GatewayPresence.Explain(this, Client.Gateways, accountId, Gateway) is { } missing)
            {
                WriteError(missing);
            }
            else
            {
                Fail(failure, shown);
            }

            return false;
        }
    }

    private bool TryFind(string accountId, string name, out string id)
    {
        bool found = TryRun(
            accountId,
            name,
            async call => await FindIdAsync(accountId, name, call).ConfigureAwait(false)
                ?? throw new AiGatewayException(AiGatewayErrorKind.NotFound, $"Gateway '{Gateway}' has no {ResourceName.ToLowerInvariant()} named '{name}'.")
                {
                    RecommendedAction = "Names are case-sensitive here; the Get command lists what is there.",
                },
            out id);
        return found;
    }
}
