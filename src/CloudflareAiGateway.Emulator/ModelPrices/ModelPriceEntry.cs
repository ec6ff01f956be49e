using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>A price as a call through a gateway meets it: US dollars for one unit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Model">The name, or part of one, that it is for.</param>
/// <param name="Rule">How names are compared.</param>
/// <param name="Units">What a token or image costs, by the wire names of <c>token_pricing</c>; <c>input_tokens</c> and <c>output_tokens</c> are filled in from the older members.</param>
internal sealed record ModelPriceEntry(string Id, string Model, string Rule, IReadOnlyDictionary<string, decimal> Units);
