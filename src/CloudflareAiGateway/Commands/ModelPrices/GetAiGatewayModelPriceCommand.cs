using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Gets what models of custom providers cost: all prices, or those of a provider, of models, of a rule. They come in the order in which
/// they count: equal names, then beginnings, then parts of names.
/// </summary>
/// <remarks>Source: <c>aig-config-list-account-provider-cost</c>, <c>aig-config-fetch-account-provider-cost</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayModelPrice", SupportsPaging = true)]
[OutputType(typeof(AiGatewayModelPrice))]
public sealed class GetAiGatewayModelPriceCommand : ListCommand
{
    private const int PageSize = 50;

    private CustomProviderBook _book = null!;

    /// <summary>Custom providers: slugs, with or without custom- in front, or ids; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Slug")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CustomProviderSlugCompleter))]
    public string[]? Provider { get; set; }

    /// <summary>The custom provider's id, as a piped provider gives it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountProviderId")]
    public string? CustomProviderId { get; set; }

    /// <summary>Names of models as the prices have them; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Model { get; set; }

    /// <summary>Only prices that compare models in this way.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(ModelRule))]
    public ModelRule? ModelRule { get; set; }

    /// <summary>Only prices that count, or do not.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enable { get; set; }

    /// <summary>Text that the server looks for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>The id of a price.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelPriceId { get; set; }

    private protected override string ResourceName => "ModelPrice";

    /// <summary>Opens the book of providers.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _book = new CustomProviderBook(this, Client.CustomProviders);
    }

    /// <summary>Writes the prices.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (!string.IsNullOrEmpty(ModelPriceId))
        {
            Try(ModelPriceId, () => WriteItem(Complete(Await(call => Client.ModelPrices.GetAsync(accountId, ModelPriceId!, call)))));
        }
        else if (!string.IsNullOrEmpty(CustomProviderId) || Provider is null)
        {
            Try(CustomProviderId, () => WriteAll(accountId, string.IsNullOrEmpty(CustomProviderId) ? null : CustomProviderId, isOfProvider: null));
        }
        else
        {
            foreach (string provider in Provider)
            {
                Try(provider, () => WriteOf(accountId, provider));
            }
        }
    }

    private void WriteOf(string accountId, string provider)
    {
        if (WildcardPattern.ContainsWildcardCharacters(provider))
        {
            HashSet<string> ids = _book.Match(accountId, provider);
            WriteAll(accountId, providerId: null, price => ids.Contains(price.AccountProviderId));
        }
        else
        {
            WriteAll(accountId, _book.Find(accountId, provider).Id, isOfProvider: null);
        }
    }

    private void WriteAll(string accountId, string? providerId, Func<AiGatewayModelPrice, bool>? isOfProvider)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        WildcardPattern[] models = (Model ?? Array.Empty<string>()).Select(m => new WildcardPattern(m, WildcardOptions.IgnoreCase)).ToArray();
        ModelRule[] rules = ModelRules.InOrder.Where(r => ModelRule is null || ModelRule == r).ToArray();
        if (PagingParameters.IncludeTotalCount)
        {
            // Each rule is a list of its own; a count that a filter of ours would change is none.
            bool isCounted = models.Length == 0 && isOfProvider is null;
            WriteTotalCount(isCounted ? rules.Sum(r => Await(call => ReadPage(r, 1, 1, call)).TotalCount) : null);
        }

        foreach (ModelRule rule in rules)
        {
            WriteList(
                PageSize,
                (page, call) => ReadPage(rule, page, PageSize, call),
                price => price.Id,
                price => seen.Add(price.Id)
                    && isOfProvider?.Invoke(price) != false
                    && (models.Length == 0 || Array.Exists(models, m => m.IsMatch(price.Model)))
                    && Complete(price) is not null);
        }

        Task<ResultPage<AiGatewayModelPrice>> ReadPage(ModelRule rule, int page, int size, CallContext call) =>
            Client.ModelPrices.ListAsync(accountId, providerId, rule, Enable, Search, page, size, call);
    }

    private AiGatewayModelPrice Complete(AiGatewayModelPrice price)
    {
        price.Provider = _book.SlugOf(price.AccountId, price.AccountProviderId);
        return price;
    }

    private void Try(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, target);
        }
    }
}
