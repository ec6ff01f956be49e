using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a path leads to.</summary>
/// <param name="Endpoint">The operation; null when the path or its method does not exist.</param>
/// <param name="Values">The template's parameters, unescaped.</param>
/// <param name="PathExists">Whether the path exists with some method.</param>
internal sealed record RouteMatch(Endpoint? Endpoint, IReadOnlyDictionary<string, string> Values, bool PathExists)
{
    public static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>();

    public static readonly RouteMatch None = new(null, NoValues, PathExists: false);
}
