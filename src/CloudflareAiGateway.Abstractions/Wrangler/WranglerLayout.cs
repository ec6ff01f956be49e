using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Where wrangler has what in its file.</summary>
internal static class WranglerLayout
{
    /// <summary>The named environments.</summary>
    public static IEnumerable<ConfigMember> Environments(ConfigNode root) =>
        root["env"] is { Kind: ConfigKind.Table } table ? table.Members : Enumerable.Empty<ConfigMember>();

    /// <summary>One named environment; null when the file has none of that name.</summary>
    public static ConfigNode? Environment(ConfigNode root, string name) => root["env"] is { Kind: ConfigKind.Table } table ? table[name] : null;

    /// <summary>The named environments without an <c>ai</c> of their own.</summary>
    public static IReadOnlyList<string> EnvironmentsWithoutAi(ConfigNode root) =>
        Environments(root).Where(e => e.Value is { Kind: ConfigKind.Table } table && table["ai"] is null).Select(e => e.Key).ToArray();

    /// <summary>A text at the top level; null when it is not there.</summary>
    public static string? TextOf(ConfigNode root, string name) => root[name] is { Kind: ConfigKind.String } node ? node.Text : null;
}
