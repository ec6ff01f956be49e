using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>One element of a route.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type"><c>start</c>, <c>conditional</c>, <c>percentage</c>, <c>rate</c>, <c>model</c> or <c>end</c>.</param>
/// <param name="Properties">Its properties; undefined when it has none.</param>
/// <param name="Outputs">The ids that its outputs lead to, in their order.</param>
internal sealed record RouteElement(string Id, string Type, JsonElement Properties, IReadOnlyList<KeyValuePair<string, string>> Outputs);
