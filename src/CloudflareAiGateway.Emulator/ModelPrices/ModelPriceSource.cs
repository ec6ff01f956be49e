using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Lets calls to models find an account's own prices.</summary>
internal sealed class ModelPriceSource : IPriceSource
{
    public TokenPrice? Find(StateTables tables, string accountId, string provider, string model)
    {
        if (ModelPriceTable.FindByProvider(tables, accountId, provider, model) is not ModelPriceEntry price)
        {
            return null;
        }

        double? cached = price.Units.TryGetValue("input_cached_tokens", out decimal rate) ? (double)rate : null;
        return new TokenPrice((double)price.Units.GetValueOrDefault("input_tokens"), (double)price.Units.GetValueOrDefault("output_tokens"), cached);
    }
}
