using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Prices over the transport.</summary>
internal sealed class ModelPriceClient : IModelPriceClient
{
    // The API documents no largest page for these lists; every list of its kind takes 50.
    private const int PageSize = 50;

    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public ModelPriceClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public Task<ResultPage<AiGatewayModelPrice>> ListAsync(
        string accountId, string? providerId, ModelRule rule, bool? enable, string? search, int page, int pageSize, CallContext call) =>
        PageAsync(ModelPriceRequests.List(accountId, providerId, rule, enable, search, page, pageSize), accountId, page, pageSize, call, budget: null);

    /// <inheritdoc/>
    public async Task<int> CountAsync(string accountId, string providerId, CallContext call)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (ModelRule rule in ModelRules.InOrder)
        {
            await VisitAsync(accountId, providerId, rule, call, null, price => ids.Add(price.Id)).ConfigureAwait(false);
        }

        return ids.Count;
    }

    /// <inheritdoc/>
    public async Task<AiGatewayModelPrice> GetAsync(string accountId, string id, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(ModelPriceRequests.Get(accountId, id), call).ConfigureAwait(false);
        AiGatewayModelPrice price = reply.Read<AiGatewayModelPrice>().Result!;
        price.AccountId = accountId;
        return price;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AiGatewayModelPrice>> FindAsync(string accountId, string providerId, string model, ModelRule? rule, CallContext call) =>
        await FindAsync(accountId, providerId, model, rule, call, budget: null).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<AiGatewayModelPrice> CreateAsync(
        string accountId, string providerId, string model, ModelRule rule, ModelPriceChange change, CallContext call)
    {
        JsonObject wanted = ModelPriceDocument.Wanted([], change);
        wanted["account_provider_id"] = providerId;
        wanted["model"] = model;
        wanted["model_rule"] = WireSpelling.OfEnum(rule);
        ApiRequest request = ModelPriceRequests.Create(accountId, model, wanted);
        CallBudget budget = _transport.NewBudget();

        // The API is not known to refuse a second price for the same model, and with two of them nobody could say which one counts.
        List<AiGatewayModelPrice> taken = await FindAsync(accountId, providerId, model, rule, call, budget).ConfigureAwait(false);
        if (taken.Count > 0)
        {
            throw ErrorFactory.Own(
                request,
                AiGatewayErrorKind.AlreadyExists,
                $"Could not create the price of model '{model}' ({rule}): the provider has one already ({taken[0].Id}).",
                "Change it with Set-AiGatewayModelPrice, or choose another -ModelRule.");
        }

        JsonObject created = await new NamedCreate(_transport, call, budget).RunAsync(
            request,
            reply => reply.ReadDocument(),
            open => ReadBackAsync(accountId, providerId, model, rule, call, open),
            found => MissingInNew(found, wanted).Count == 0).ConfigureAwait(false);
        Warn(call, model, MissingInNew(created, wanted));
        return Read(request, created, accountId);
    }

    /// <inheritdoc/>
    public async Task<PatchPlan<AiGatewayModelPrice>> PlanUpdateAsync(string accountId, string id, ModelPriceChange change, CallContext call)
    {
        // Written once before the call: what cannot be set is refused before it.
        ModelPriceDocument.Wanted([], change);
        ApiRequest request = ModelPriceRequests.Get(accountId, id);
        ApiReply reply = await _transport.SendAsync(request, call).ConfigureAwait(false);
        JsonObject current = ModelPriceDocument.WithPricingObject(reply.ReadDocument());
        (JsonObject members, IReadOnlyList<GatewayDifference> differences) =
            MemberPatch.Find(current, ModelPriceDocument.Wanted(current, change), ModelPriceDocument.Comparison);
        return new ModelPricePlan(
            Read(request, current, accountId),
            Read(request, MemberPatch.Apply(current, members), accountId),
            ModelPriceDocument.Shown(differences),
            members);
    }

    /// <inheritdoc/>
    public async Task<AiGatewayModelPrice> ApplyUpdateAsync(PatchPlan<AiGatewayModelPrice> plan, CallContext call)
    {
        var own = (ModelPricePlan)plan;
        AiGatewayModelPrice current = own.Current;
        ApiRequest request = ModelPriceRequests.Patch(current.AccountId, current.Id, current.Model, own.Members);
        ApiReply reply = await _transport.SendAsync(request, call).ConfigureAwait(false);
        JsonObject changed = reply.ReadDocument();
        Warn(call, current.Model, Missing(changed, own.Members));
        return Read(request, changed, current.AccountId);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string accountId, string id, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(ModelPriceRequests.Delete(accountId, id), call).ConfigureAwait(false);
        reply.EnsureDeleted();
    }

    private static AiGatewayModelPrice Read(ApiRequest request, JsonObject document, string accountId)
    {
        AiGatewayModelPrice price = WireModel.Read<AiGatewayModelPrice>(document, request, "price");
        price.AccountId = accountId;
        return price;
    }

    private static IReadOnlyList<GatewayDifference> Missing(JsonObject answer, JsonObject wanted) =>
        JsonDifference.Find(ModelPriceDocument.WithPricingObject(answer), wanted, ModelPriceDocument.Comparison, onlyWanted: true);

    /// <summary>The same for a new price, to which the service may have added kinds of price that were not asked for.</summary>
    private static IReadOnlyList<GatewayDifference> MissingInNew(JsonObject answer, JsonObject wanted) =>
        Missing(ModelPriceDocument.OnlyPricesOf(wanted, answer), wanted);

    private static void Warn(CallContext call, string model, IReadOnlyList<GatewayDifference> missing)
    {
        if (missing.Count > 0)
        {
            call.Sink.Report(
                DiagnosticKind.Warning,
                $"The API accepted the price of model '{model}' but answered with other values: {string.Join("; ", ModelPriceDocument.Shown(missing))}.");
        }
    }

    private async Task<List<AiGatewayModelPrice>> FindAsync(
        string accountId, string providerId, string model, ModelRule? rule, CallContext call, CallBudget? budget)
    {
        var found = new List<AiGatewayModelPrice>();
        foreach (ModelRule each in ModelRules.InOrder)
        {
            if (rule is null || rule == each)
            {
                await VisitAsync(accountId, providerId, each, call, budget, price =>
                {
                    if (price.Model == model && !found.Exists(other => other.Id == price.Id))
                    {
                        found.Add(price);
                    }
                }).ConfigureAwait(false);
            }
        }

        return found;
    }

    private async Task<JsonObject?> ReadBackAsync(string accountId, string providerId, string model, ModelRule rule, CallContext call, CallBudget budget)
    {
        List<AiGatewayModelPrice> found = await FindAsync(accountId, providerId, model, rule, call, budget).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return null;
        }

        ApiReply reply = await _transport.SendAsync(ModelPriceRequests.Get(accountId, found[0].Id), call, budget).ConfigureAwait(false);
        return reply.ReadDocument();
    }

    /// <summary>Goes through all prices of a provider and a rule. What the service lists besides is passed over.</summary>
    private async Task VisitAsync(string accountId, string providerId, ModelRule rule, CallContext call, CallBudget? budget, Action<AiGatewayModelPrice> visit)
    {
        for (int page = 1; ; page++)
        {
            ApiRequest request = ModelPriceRequests.List(accountId, providerId, rule, null, null, page, PageSize);
            ResultPage<AiGatewayModelPrice> prices = await PageAsync(request, accountId, page, PageSize, call, budget).ConfigureAwait(false);
            foreach (AiGatewayModelPrice price in prices.Items)
            {
                if (price.AccountProviderId == providerId && (price.ModelRule is null || price.ModelRule == rule))
                {
                    visit(price);
                }
            }

            if (prices.IsLast)
            {
                return;
            }
        }
    }

    private async Task<ResultPage<AiGatewayModelPrice>> PageAsync(ApiRequest request, string accountId, int page, int pageSize, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await _transport.SendAsync(request, call, budget).ConfigureAwait(false);
        Envelope<List<AiGatewayModelPrice>> envelope = reply.Read<List<AiGatewayModelPrice>>();
        foreach (AiGatewayModelPrice price in envelope.Result!)
        {
            price.AccountId = accountId;
        }

        return Pages.Of(envelope, page, pageSize);
    }
}
