namespace CloudflareAiGateway.Emulator;

/// <summary>The providers that accounts have made.</summary>
internal interface ICustomProviderSource
{
    /// <summary>A provider; null when the account has none of that slug.</summary>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="slug">The slug, without <c>custom-</c>.</param>
    CustomProviderTarget? Find(StateTables tables, string accountId, string slug);
}
