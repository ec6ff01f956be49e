using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Follows a path of names as far as the file has it.</summary>
internal sealed class ConfigPath
{
    private ConfigPath(IReadOnlyList<ConfigNode> tables, ConfigNode? value)
    {
        Tables = tables;
        Value = value;
    }

    /// <summary>The tables on the path that exist, from the file itself on; one more than names that led to them.</summary>
    public IReadOnlyList<ConfigNode> Tables { get; }

    /// <summary>The innermost table that exists.</summary>
    public ConfigNode Innermost => Tables[Tables.Count - 1];

    /// <summary>How many names led to it.</summary>
    public int Depth => Tables.Count - 1;

    /// <summary>The value at the path's end; null when there is none.</summary>
    public ConfigNode? Value { get; }

    /// <summary>Follows a path.</summary>
    /// <param name="root">The file.</param>
    /// <param name="path">The names.</param>
    /// <param name="text">The file's text, for complaints.</param>
    /// <exception cref="ConfigSyntaxException">Something on the path is of the wrong kind.</exception>
    public static ConfigPath Follow(ConfigNode root, IReadOnlyList<string> path, string text)
    {
        var tables = new List<ConfigNode> { root };
        for (int i = 0; i < path.Count; i++)
        {
            ConfigNode? next = tables[i][path[i]];
            if (next is null)
            {
                return new ConfigPath(tables, null);
            }

            bool isLast = i == path.Count - 1;
            if (isLast ? next.Kind is ConfigKind.Table or ConfigKind.Array : next.Kind is not ConfigKind.Table)
            {
                string name = string.Join(".", path.Take(i + 1));
                throw new ConfigSyntaxException($"'{name}' is {Describe(next.Kind)}, not {(isLast ? "a text" : "a table")}", text, next.Start);
            }

            if (isLast)
            {
                return new ConfigPath(tables, next);
            }

            tables.Add(next);
        }

        return new ConfigPath(tables, null);
    }

    /// <summary>A kind in words.</summary>
    public static string Describe(ConfigKind kind) => kind switch
    {
        ConfigKind.Table => "a table",
        ConfigKind.Array => "an array",
        ConfigKind.String => "a text",
        _ => "a number or flag",
    };
}
