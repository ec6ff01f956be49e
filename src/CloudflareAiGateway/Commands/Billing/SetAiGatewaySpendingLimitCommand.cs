using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Sets the account-wide spending limit. Cloudflare has replaced it by spend rules of gateways and refuses this to everybody now; the
/// error says what to do instead.
/// </summary>
/// <remarks>Source: <c>aig-billing-set-spending-limit</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewaySpendingLimit", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AiGatewaySpendingLimit))]
public sealed class SetAiGatewaySpendingLimitCommand : ConnectedCommand
{
    /// <summary>How much may be spent in one window, in US dollars, 1 or more.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [MoneyTransformation]
    public decimal? Amount { get; set; }

    /// <summary>The window.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ChoiceTransformation(typeof(SpendingLimitDuration))]
    public SpendingLimitDuration Duration { get; set; }

    /// <summary>How the window is counted; Fixed when left out.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(RateLimitingTechnique))]
    public RateLimitingTechnique Strategy { get; set; } = RateLimitingTechnique.Fixed;

    /// <summary>Writes the limit as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string ResourceName => "SpendingLimit";

    /// <summary>Sets the limit of one account.</summary>
    protected override void ProcessRecord()
    {
        if (BillingInput.Explain(Amount, BillingLimits.LeastSpendingLimit, null, "A spending limit") is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidAmount", problem, Amount));
            return;
        }

        string accountId = ResolveAccountId();
        string limit = $"{Money.Text(Amount, Money.DefaultCurrency)} {Duration}, {Strategy}";
        if (ShouldProcess($"account {accountId}", $"Set the spending limit of all gateways together to {limit}")
            && TryAwait(accountId, call => SetAsync(accountId, call), out AiGatewaySpendingLimit? now)
            && now is not null)
        {
            WriteObject(now);
        }
    }

    private async Task<AiGatewaySpendingLimit?> SetAsync(string accountId, CallContext call)
    {
        await Client.Billing.SetSpendingLimitAsync(accountId, Amount!.Value, Duration, Strategy, call).ConfigureAwait(false);
        return PassThru ? await Client.Billing.GetSpendingLimitAsync(accountId, call).ConfigureAwait(false) : null;
    }
}
