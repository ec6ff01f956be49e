using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Custom providers over the transport.</summary>
internal sealed class CustomProviderClient : ICustomProviderClient
{
    // The API documents no largest page for these lists; every list of its kind takes 50.
    private const int PageSize = 50;

    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public CustomProviderClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewayCustomProvider>> ListAsync(
        string accountId, string? search, bool? enable, bool? beta, int page, int pageSize, CallContext call)
    {
        ApiReply reply = await _transport
            .SendAsync(CustomProviderRequests.List(accountId, search, enable, beta, page, pageSize), call)
            .ConfigureAwait(false);
        Envelope<List<AiGatewayCustomProvider>> envelope = reply.Read<List<AiGatewayCustomProvider>>();
        foreach (AiGatewayCustomProvider provider in envelope.Result!)
        {
            provider.AccountId = accountId;
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <inheritdoc/>
    public async Task<AiGatewayCustomProvider> GetAsync(string accountId, string id, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(CustomProviderRequests.Get(accountId, id), call).ConfigureAwait(false);
        AiGatewayCustomProvider provider = reply.Read<AiGatewayCustomProvider>().Result!;
        provider.AccountId = accountId;
        return provider;
    }

    /// <inheritdoc/>
    public async Task<AiGatewayCustomProvider> FindAsync(string accountId, string slug, CallContext call)
    {
        var look = new CustomProviderLookup(slug);
        for (int page = 1; ; page++)
        {
            ResultPage<AiGatewayCustomProvider> providers = await ListAsync(accountId, null, null, null, page, PageSize, call).ConfigureAwait(false);
            if (look.Find(providers.Items) is AiGatewayCustomProvider found)
            {
                return found;
            }

            if (providers.IsLast)
            {
                return look.Second ?? throw look.NotFound();
            }
        }
    }

    /// <inheritdoc/>
    public string? ExplainHeaders(CustomProviderHeaders headers) => CustomProviderHeaderRule.Explain(headers);

    /// <inheritdoc/>
    public async Task<AiGatewayCustomProvider> CreateAsync(string accountId, string slug, IReadOnlyDictionary<string, object?> settings, CallContext call)
    {
        var writer = new SettingsWriter();
        JsonObject wanted = writer.Write(settings);
        wanted["slug"] = slug;
        ApiRequest request = CustomProviderRequests.Create(accountId, slug, CustomProviderDocument.ToBody(wanted), writer.Secrets);
        JsonObject created = await new NamedCreate(_transport, call, _transport.NewBudget()).RunAsync(
            request,
            reply => reply.ReadDocument(),
            budget => ReadBackAsync(accountId, slug, call, budget),
            found => Missing(found, wanted).Count == 0).ConfigureAwait(false);
        Warn(call, slug, Missing(created, wanted));
        return Read(request, created, accountId);
    }

    /// <inheritdoc/>
    public async Task<PatchPlan<AiGatewayCustomProvider>> PlanUpdateAsync(
        string accountId, string id, IReadOnlyDictionary<string, object?> settings, CallContext call)
    {
        // Written first: what cannot be set is refused before any call.
        var writer = new SettingsWriter();
        JsonObject wanted = CustomProviderDocument.WithHeaderObject(writer.Write(settings));
        ApiRequest request = CustomProviderRequests.Get(accountId, id);
        ApiReply reply = await _transport.SendAsync(request, call).ConfigureAwait(false);
        JsonObject current = CustomProviderDocument.WithHeaderObject(reply.ReadDocument());
        (JsonObject members, IReadOnlyList<GatewayDifference> differences) = MemberPatch.Find(current, wanted, CustomProviderDocument.Comparison);
        return new CustomProviderPlan(
            Read(request, current, accountId),
            Read(request, MemberPatch.Apply(current, members), accountId),
            differences,
            members,
            writer.Secrets);
    }

    /// <inheritdoc/>
    public async Task<AiGatewayCustomProvider> ApplyUpdateAsync(PatchPlan<AiGatewayCustomProvider> plan, CallContext call)
    {
        var own = (CustomProviderPlan)plan;
        AiGatewayCustomProvider current = own.Current;
        ApiRequest request = CustomProviderRequests.Patch(
            current.AccountId, current.Id, current.Slug, CustomProviderDocument.ToBody(own.Members), own.Secrets);
        ApiReply reply = await _transport.SendAsync(request, call).ConfigureAwait(false);
        JsonObject changed = reply.ReadDocument();
        Warn(call, current.Slug, Missing(changed, own.Members));
        return Read(request, changed, current.AccountId);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string accountId, string id, string slug, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(CustomProviderRequests.Delete(accountId, id, slug), call).ConfigureAwait(false);
        reply.EnsureDeleted();
    }

    private static AiGatewayCustomProvider Read(ApiRequest request, JsonObject document, string accountId)
    {
        AiGatewayCustomProvider provider = WireModel.Read<AiGatewayCustomProvider>(document, request, "provider");
        provider.AccountId = accountId;
        return provider;
    }

    /// <summary>What an answer lacks of what was asked for. Headers are passed over: an answer may hide them.</summary>
    private static IReadOnlyList<GatewayDifference> Missing(JsonObject answer, JsonObject wanted) =>
        JsonDifference.Find(
            CustomProviderDocument.WithHeaderObject(answer),
            CustomProviderDocument.WithHeaderObject(wanted),
            CustomProviderDocument.Comparison,
            onlyWanted: true,
            ignoreSecrets: true);

    private static void Warn(CallContext call, string slug, IReadOnlyList<GatewayDifference> missing)
    {
        if (missing.Count > 0)
        {
            call.Sink.Report(
                DiagnosticKind.Warning,
                $"The API accepted custom provider '{slug}' but answered with other values: {string.Join("; ", missing)}.");
        }
    }

    private async Task<JsonObject?> ReadBackAsync(string accountId, string slug, CallContext call, CallBudget budget)
    {
        for (int page = 1; ; page++)
        {
            ApiReply reply = await _transport
                .SendAsync(CustomProviderRequests.List(accountId, null, null, null, page, PageSize), call, budget)
                .ConfigureAwait(false);
            ResultPage<AiGatewayCustomProvider> providers = Pages.Of(reply.Read<List<AiGatewayCustomProvider>>(), page, PageSize);
            foreach (AiGatewayCustomProvider provider in providers.Items)
            {
                if (string.Equals(provider.Slug, slug, StringComparison.Ordinal))
                {
                    ApiReply one = await _transport.SendAsync(CustomProviderRequests.Get(accountId, provider.Id), call, budget).ConfigureAwait(false);
                    return one.ReadDocument();
                }
            }

            if (providers.IsLast)
            {
                return null;
            }
        }
    }
}
