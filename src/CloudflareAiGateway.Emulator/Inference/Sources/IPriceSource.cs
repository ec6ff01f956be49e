namespace CloudflareAiGateway.Emulator;

/// <summary>Prices that an account has set for models of its own providers.</summary>
internal interface IPriceSource
{
    /// <summary>The account's price of a model; null when it has set none.</summary>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="provider">The provider's slug as it is called: <c>custom-</c> and its own.</param>
    /// <param name="model">The model's bare name.</param>
    TokenPrice? Find(StateTables tables, string accountId, string provider, string model);
}
