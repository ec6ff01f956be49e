using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Lists the accounts that the token sees, with their ids.</summary>
/// <remarks>Source: <c>accounts-list-accounts</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayAccount", SupportsPaging = true)]
[OutputType(typeof(AiGatewayAccount))]
public sealed class GetAiGatewayAccountCommand : ListCommand
{
    private const int PageSize = 50;

    /// <summary>Names of accounts; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override string ResourceName => "Account";

    /// <summary>Writes the accounts.</summary>
    protected override void ProcessRecord()
    {
        try
        {
            if (Name is null)
            {
                WriteList(PageSize, (page, call) => Client.Accounts.ListAsync(null, page, PageSize, call), a => a.AccountId, AccountId is null ? null : a => a.AccountId == AccountId);
                return;
            }

            foreach (string name in Name)
            {
                bool found = false;
                var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
                WriteList(
                    PageSize,
                    (page, call) => Client.Accounts.ListAsync(null, page, PageSize, call),
                    a => a.AccountId,
                    a => (AccountId is null || a.AccountId == AccountId) && pattern.IsMatch(a.Name) && (found = true));
                if (!found && !IsSatisfied && !WildcardPattern.ContainsWildcardCharacters(name))
                {
                    WriteError(ErrorRecords.Create(
                        new AiGatewayException(AiGatewayErrorKind.NotFound, $"The token sees no account named '{name}'.")
                        {
                            RecommendedAction = "Get-AiGatewayAccount without -Name lists those it sees; the token needs the permission Account Settings Read.",
                        },
                        name,
                        ResourceName));
                }
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Name?.FirstOrDefault());
        }
    }
}
