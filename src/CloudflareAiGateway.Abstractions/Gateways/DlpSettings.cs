using System;

namespace CloudflareAiGateway;

/// <summary>
/// Data loss prevention. Two shapes: one <see cref="Action"/> for all <see cref="Profiles"/>, or a list of
/// <see cref="Policies"/>; give one of them.
/// </summary>
public sealed class DlpSettings
{
    /// <summary>Whether prompts and answers are checked at all.</summary>
    public bool Enabled { get; set; }

    /// <summary>What happens on a hit, in the one-action shape.</summary>
    public ContentAction? Action { get; set; }

    /// <summary>Ids of DLP profiles, in the one-action shape.</summary>
    public string[]? Profiles { get; set; }

    /// <summary>The policies, in the other shape.</summary>
    public DlpPolicy[]? Policies { get; set; }

    /// <summary>The settings in one line.</summary>
    /// <returns>Such as <c>Block 2 profiles</c>, <c>3 policies</c> or <c>off</c>.</returns>
    public override string ToString()
    {
        if (!Enabled)
        {
            return "off";
        }

        return Policies is not null
            ? $"{Policies.Length} {(Policies.Length == 1 ? "policy" : "policies")}"
            : $"{Action} {(Profiles ?? Array.Empty<string>()).Length} profile(s)";
    }
}
