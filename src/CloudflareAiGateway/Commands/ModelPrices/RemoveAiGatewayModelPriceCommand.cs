using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Deletes prices. Calls of these models count as costing nothing from then on. It asks first; -Confirm:$false does not.</summary>
/// <remarks>Source: <c>aig-config-delete-account-provider-cost</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayModelPrice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayModelPriceCommand : ModelPriceIdentityCommand
{
    /// <summary>The price's id; it counts before provider, model and rule.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelPriceId { get; set; }

    /// <summary>Deletes one price.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        try
        {
            AiGatewayModelPrice? price = string.IsNullOrEmpty(ModelPriceId)
                ? FindPrice(accountId)
                : WithProvider(Await(call => Client.ModelPrices.GetAsync(accountId, ModelPriceId!, call)));
            if (price is not null && ShouldProcess(Describe(price), "Delete"))
            {
                Await(call => Client.ModelPrices.DeleteAsync(accountId, price.Id, call));
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, string.IsNullOrEmpty(ModelPriceId) ? Target : ModelPriceId);
        }
    }
}
