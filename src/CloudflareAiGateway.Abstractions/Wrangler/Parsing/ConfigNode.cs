using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A value of a configuration file with its place in the text. Both languages are read into these.</summary>
internal class ConfigNode
{
    /// <summary>Makes a value.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="start">Where its text begins.</param>
    public ConfigNode(ConfigKind kind, int start)
    {
        Kind = kind;
        Start = start;
        End = start;
    }

    /// <summary>What it is.</summary>
    public ConfigKind Kind { get; }

    /// <summary>Where its text begins; of a table in brackets, where it is first named.</summary>
    public int Start { get; }

    /// <summary>Where its text ends.</summary>
    public int End { get; set; }

    /// <summary>The text of a <see cref="ConfigKind.String"/>, escapes resolved.</summary>
    public string? Text { get; set; }

    /// <summary>The members of a table, in their order.</summary>
    public List<ConfigMember> Members { get; } = new();

    /// <summary>The items of an array.</summary>
    public List<ConfigNode> Items { get; } = new();

    /// <summary>The value of a member; of several with one name the last, as the vendor's reader takes it.</summary>
    public ConfigNode? this[string key]
    {
        get
        {
            for (int i = Members.Count - 1; i >= 0; i--)
            {
                if (Members[i].Key == key)
                {
                    return Members[i].Value;
                }
            }

            return null;
        }
    }
}
