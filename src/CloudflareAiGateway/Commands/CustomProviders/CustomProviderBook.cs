using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Custom providers as a command meets them: by id, by slug, or piped. The list of an account is read at most once per command, and not at
/// all when a piped object brings id and slug along.
/// </summary>
internal sealed class CustomProviderBook
{
    private const int PageSize = 50;

    private readonly CancellableCommand _command;
    private readonly ICustomProviderClient _client;
    private readonly Dictionary<string, IReadOnlyList<AiGatewayCustomProvider>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slugs = new(StringComparer.Ordinal);

    /// <summary>Opens the book for a command.</summary>
    public CustomProviderBook(CancellableCommand command, ICustomProviderClient client)
    {
        _command = command;
        _client = client;
    }

    /// <summary>The provider that a user named.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="text">Slug, with or without <c>custom-</c>, or id.</param>
    /// <exception cref="AiGatewayException">NotFound; the message names one that is near.</exception>
    public AiGatewayCustomProvider Find(string accountId, string text)
    {
        if (CustomProviderSlug.IsId(text))
        {
            return _command.Await(call => _client.GetAsync(accountId, text, call));
        }

        // The list may lack what was made since it was read; for that, and for the message, it is asked for anew.
        return All(accountId).FirstOrDefault(p => p.Slug == text) ?? _command.Await(call => _client.FindAsync(accountId, text, call));
    }

    /// <summary>Notes the slug that a piped object brought along with an id.</summary>
    public void Learn(string id, string slug) => _slugs[id] = slug;

    /// <summary>The slug of a provider; null when the account has no such provider any more.</summary>
    public string? SlugOf(string accountId, string id)
    {
        if (!_slugs.TryGetValue(id, out string? slug))
        {
            slug = All(accountId).FirstOrDefault(p => p.Id == id)?.Slug;
        }

        return slug;
    }

    /// <summary>The ids of the providers whose slug matches a pattern, with or without <c>custom-</c> in front.</summary>
    public HashSet<string> Match(string accountId, string pattern)
    {
        var wildcard = new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
        return new HashSet<string>(All(accountId).Where(p => wildcard.IsMatch(p.Slug) || wildcard.IsMatch(p.GatewaySlug)).Select(p => p.Id), StringComparer.Ordinal);
    }

    private IReadOnlyList<AiGatewayCustomProvider> All(string accountId)
    {
        if (!_lists.TryGetValue(accountId, out IReadOnlyList<AiGatewayCustomProvider>? list))
        {
            list = _command.Await(call => ReadAllAsync(accountId, call));
            _lists[accountId] = list;
        }

        return list;
    }

    private async Task<IReadOnlyList<AiGatewayCustomProvider>> ReadAllAsync(string accountId, CallContext call)
    {
        var all = new List<AiGatewayCustomProvider>();
        for (int page = 1; ; page++)
        {
            ResultPage<AiGatewayCustomProvider> providers = await _client.ListAsync(accountId, null, null, null, page, PageSize, call).ConfigureAwait(false);
            all.AddRange(providers.Items);
            if (providers.IsLast)
            {
                return all;
            }
        }
    }
}
