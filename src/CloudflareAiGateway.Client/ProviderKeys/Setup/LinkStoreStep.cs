using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Tells the gateway which store holds its keys, by the safe update that leaves every other setting as it is.</summary>
internal sealed class LinkStoreStep : SetupStep
{
    private readonly string _gateway;
    private readonly string? _before;

    /// <summary>Takes the gateway as it is.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="storeId">The store, when it is there already.</param>
    public LinkStoreStep(AiGateway gateway, string? storeId)
    {
        _gateway = gateway.Id;
        _before = gateway.StoreId;
        string old = string.IsNullOrEmpty(_before) ? "null" : $"{_before} (which does not exist any more)";
        Planned = $"Set gateway '{_gateway}': StoreId: {old} → {storeId ?? "that store"}";
    }

    /// <inheritdoc/>
    public override string Planned { get; }

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        GatewayClient gateways = state.Client.Gateways;
        var settings = new Dictionary<string, object?> { ["store_id"] = state.StoreId };
        GatewayUpdatePlan plan = await gateways.PlanUpdateAsync(state.Wanted.AccountId, _gateway, settings, call).ConfigureAwait(false);
        if (!string.IsNullOrEmpty(plan.Current.StoreId) && plan.Current.StoreId != _before && plan.Current.StoreId != state.StoreId)
        {
            throw ErrorFactory.Own(
                GatewayRequests.Put(state.Wanted.AccountId, _gateway, [], []),
                AiGatewayErrorKind.Conflict,
                $"Could not set StoreId of gateway '{_gateway}': somebody else set it to {plan.Current.StoreId} in between.");
        }

        await gateways.ApplyUpdateAsync(plan, call).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public override string Outcome(SetupState state) => $"gateway '{_gateway}' was set to keep its keys in the Secrets Store {state.StoreId}";
}
