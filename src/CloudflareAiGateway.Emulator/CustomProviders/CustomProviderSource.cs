namespace CloudflareAiGateway.Emulator;

/// <summary>Lets calls to models find an account's own providers.</summary>
internal sealed class CustomProviderSource : ICustomProviderSource
{
    public CustomProviderTarget? Find(StateTables tables, string accountId, string slug) =>
        CustomProviderTable.Find(tables, accountId, slug) is CustomProviderEntry entry ? new CustomProviderTarget(entry.Slug, entry.BaseUrl, entry.IsEnabled) : null;
}
