using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Sets what a model of a custom provider costs. The price counts unless told otherwise. A piped price or CSV row gives its prices; a piped
/// custom provider is the one that the price is for.
/// </summary>
/// <remarks>Source: <c>aig-config-create-account-provider-cost</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewayModelPrice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayModelPrice))]
public sealed class NewAiGatewayModelPriceCommand : ModelPriceSettingsCommand
{
    /// <summary>Creates one price.</summary>
    protected override void ProcessRecord()
    {
        // A piped provider has an Enable, too, which is not the price's.
        bool takePiped = !PipedObject.Is<AiGatewayCustomProvider>(InputObject);
        if (!IsComplete() || ReadChange(takePiped) is not { } change)
        {
            return;
        }

        if (!change.Prices.Values.Any(p => p is not null) && !change.Members.Keys.Any(k => k is "cost_in" or "cost_out" or "token_pricing"))
        {
            Refuse($"There is no price for model '{Model}'.", "Give at least one, such as -InputPerMillion 2.50 -OutputPerMillion 10; 0 for a model that costs nothing.");
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            Create(accountId, change);
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Target);
        }
    }

    private void Create(string accountId, ModelPriceChange change)
    {
        string providerId = FindProviderId(accountId);
        ModelRule rule = ModelRule ?? CloudflareAiGateway.ModelRule.Equals;
        Dictionary<string, object?> members = change.Members.ToDictionary(m => m.Key, m => m.Value);
        members["enable"] = members.TryGetValue("enable", out object? enable) ? enable : true;
        var complete = new ModelPriceChange
        {
            Members = members,
            Prices = change.Prices.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value),
        };
        var described = new AiGatewayModelPrice { AccountId = accountId, AccountProviderId = providerId, Provider = Provider, Model = Model!, ModelRule = rule };
        if (ShouldProcess(Describe(described), $"Create with {Shown(complete)}"))
        {
            WriteObject(WithProvider(Await(call => Client.ModelPrices.CreateAsync(accountId, providerId, Model!, rule, complete, call))));
        }
    }

    private static string Shown(ModelPriceChange change) =>
        string.Join(
            ", ",
            change.Prices.Select(p => $"{PriceName.Of(p.Key)}={PriceName.Show(PriceName.Of(p.Key)!, p.Value)}")
                .Concat(change.Members.Select(m => $"{WireSpelling.PascalCase(m.Key)}={Convert.ToString(m.Value, CultureInfo.InvariantCulture)}")));

    private bool IsComplete()
    {
        if (string.IsNullOrEmpty(Provider) && string.IsNullOrEmpty(CustomProviderId))
        {
            return Refuse("No custom provider is named.", "Give -Provider, or pipe one from Get-AiGatewayCustomProvider.");
        }

        return !string.IsNullOrWhiteSpace(Model) || Refuse("No model is named.", "Give -Model, the model's name or the part of it that -ModelRule compares.");
    }
}
