using System.Collections;
using System.Threading.Tasks;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Completion;

/// <summary>Where completions are looked for: what the command line has bound so far.</summary>
internal sealed class CompletionScope
{
    private readonly IDictionary _bound;

    /// <summary>Reads the command line.</summary>
    public CompletionScope(AiGatewayConnection connection, IDictionary bound)
    {
        Connection = connection;
        _bound = bound;
        AccountId = this["AccountId"] ?? connection.AccountId;
    }

    /// <summary>The connection.</summary>
    public AiGatewayConnection Connection { get; }

    /// <summary>The client behind it.</summary>
    public IAiGatewayClient Client => Connection.Client;

    /// <summary>The account, or null when it is not known.</summary>
    public string? AccountId { get; }

    /// <summary>The value typed for a parameter, or null.</summary>
    public string? this[string parameter] => _bound[parameter]?.ToString();

    /// <summary>The account; the only one that the token sees when none is known.</summary>
    public async Task<string> FindAccountIdAsync(CallContext call) =>
        AccountId ?? (await AccountFinder.FindOnlyAsync(Client.Accounts, call).ConfigureAwait(false)).AccountId;
}
