using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Changes what a model of a custom provider costs: sends what differs from what is there and nothing else. -WhatIf shows old and new
/// values.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-account-provider-cost</c>, <c>aig-config-update-account-provider-cost</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayModelPrice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AiGatewayModelPrice))]
public sealed class SetAiGatewayModelPriceCommand : ModelPriceSettingsCommand
{
    /// <summary>The price's id. With it, provider, model and rule are no longer the identity but can be changed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelPriceId { get; set; }

    /// <summary>Writes the price as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private bool HasId => !string.IsNullOrEmpty(ModelPriceId);

    /// <summary>Changes one price.</summary>
    protected override void ProcessRecord()
    {
        bool takePiped = !PipedObject.Is<AiGatewayCustomProvider>(InputObject) && !PipedObject.Is<AiGatewayModelPrice>(InputObject);
        if (ReadChange(takePiped) is not { } change)
        {
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            if (FindId(accountId) is { } id)
            {
                Change(accountId, id, HasId ? WithNewIdentity(accountId, change, takePiped) : change);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, HasId ? ModelPriceId : Target);
        }
    }

    private void Change(string accountId, string id, ModelPriceChange change)
    {
        PatchPlan<AiGatewayModelPrice> plan = Await(call => Client.ModelPrices.PlanUpdateAsync(accountId, id, change, call));
        WithProvider(plan.Current);
        WithProvider(plan.Preview);
        Apply(plan, Describe(plan.Current), id, PassThru, async call =>
        {
            AiGatewayModelPrice changed = await Client.ModelPrices.ApplyUpdateAsync(plan, call).ConfigureAwait(false);
            changed.Provider = plan.Preview.Provider;
            return changed;
        });
    }

    /// <summary>What names a price without an id is a wish when it comes beside one.</summary>
    private ModelPriceChange WithNewIdentity(string accountId, ModelPriceChange change, bool takePiped)
    {
        Dictionary<string, object?> members = change.Members.ToDictionary(m => m.Key, m => m.Value);
        if (!string.IsNullOrEmpty(Model) && (takePiped || Settings.IsTyped(nameof(Model))))
        {
            members["model"] = Model;
        }

        if (ModelRule is not null && (takePiped || Settings.IsTyped(nameof(ModelRule))))
        {
            members["model_rule"] = ModelRule;
        }

        if (!string.IsNullOrEmpty(Provider) && Settings.IsTyped(nameof(Provider)))
        {
            members["account_provider_id"] = FindProviderId(accountId, Provider!);
        }

        return new ModelPriceChange { Members = members, Prices = change.Prices };
    }

    private string? FindId(string accountId) => HasId ? ModelPriceId : FindPrice(accountId)?.Id;
}
