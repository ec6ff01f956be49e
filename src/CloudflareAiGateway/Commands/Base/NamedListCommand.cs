using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Gets named things inside a gateway: all, by name or pattern, or by id. Names are compared here, as the server matches them loosely, and
/// a gateway that does not exist is told from one that has none.
/// </summary>
/// <typeparam name="T">The thing.</typeparam>
public abstract class NamedListCommand<T> : GatewayListCommand
    where T : class
{
    private protected const string ListSet = "List";
    private protected const string IdSet = "Id";

    private const int PageSize = 100;

    /// <summary>Text that the server looks for.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>The names or patterns asked for; null for all.</summary>
    private protected abstract string[]? Names { get; }

    /// <summary>The ids asked for; null in the other set.</summary>
    private protected abstract string[]? Ids { get; }

    /// <summary>Writes what is asked for of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (IsSatisfied && !PagingParameters.IncludeTotalCount)
        {
            return;
        }

        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return;
        }

        string accountId = ResolveAccountId();
        if (Ids is not null)
        {
            foreach (string id in Ids)
            {
                Write(accountId, id, () => WriteItem(Await(call => GetAsync(accountId, id, call))));
            }
        }
        else if (Names is null)
        {
            Write(accountId, Gateway, () => WriteMatches(accountId, null));
        }
        else
        {
            foreach (string name in Names)
            {
                Write(accountId, name, () => WriteMatches(accountId, name));
            }
        }
    }

    /// <summary>One page of the gateway's things.</summary>
    private protected abstract Task<ResultPage<T>> ListAsync(string accountId, string? name, int page, int pageSize, CallContext call);

    /// <summary>One thing.</summary>
    private protected abstract Task<T> GetAsync(string accountId, string id, CallContext call);

    /// <summary>Its id.</summary>
    private protected abstract string IdOf(T thing);

    /// <summary>Its name.</summary>
    private protected abstract string NameOf(T thing);

    private void Write(string accountId, string target, System.Action write)
    {
        try
        {
            write();
        }
        catch (AiGatewayException failure)
        {
            if (failure.Kind == AiGatewayErrorKind.NotFound && GatewayPresence.Explain(this, Client.Gateways, accountId, Gateway) is { } missing)
            {
                WriteError(missing);
            }
            else
            {
                Fail(failure, target);
            }
        }
    }

    private void WriteMatches(string accountId, string? name)
    {
        bool isPattern = name is not null && WildcardPattern.ContainsWildcardCharacters(name);
        var pattern = name is null ? null : new WildcardPattern(isPattern ? name : WildcardPattern.Escape(name), WildcardOptions.IgnoreCase);
        bool any = false;
        bool found = false;
        int size = SizeFor(pattern);
        WriteList(
            size,
            async (page, call) =>
            {
                ResultPage<T> items = await ListAsync(accountId, isPattern ? null : name, page, size, call).ConfigureAwait(false);
                any |= items.Items.Count > 0;
                return items;
            },
            IdOf,
            pattern is null ? null : thing => pattern.IsMatch(NameOf(thing)) && (found = true));
        if (!any && GatewayPresence.Explain(this, Client.Gateways, accountId, Gateway) is { } missing)
        {
            WriteError(missing);
        }
        else if (name is not null && !isPattern && !found && !IsSatisfied)
        {
            string noun = ResourceName.ToLowerInvariant();
            throw new AiGatewayException(AiGatewayErrorKind.NotFound, $"Gateway '{Gateway}' has no {noun} named '{name}'.")
            {
                RecommendedAction = $"{MyInvocation.MyCommand.Name} {Gateway} lists what is there.",
            };
        }
    }

    /// <summary>No more than what -First asks for crosses the wire, as long as no pattern of ours decides what counts.</summary>
    private int SizeFor(WildcardPattern? pattern) =>
        pattern is null && PagingParameters.Skip == 0 && PagingParameters.First is > 0 and < PageSize ? (int)PagingParameters.First : PageSize;
}
