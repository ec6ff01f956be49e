using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A wrangler file's text with a gateway in it, worked out but not written.</summary>
internal sealed class WranglerChange
{
    /// <summary>The binding's name when neither file nor user say another.</summary>
    public const string DefaultBinding = "AI";

    private WranglerChange(string text, string binding, string? accountId, IReadOnlyList<string> others, bool isNewEnvironment)
    {
        Text = text;
        Binding = binding;
        FileAccountId = accountId;
        EnvironmentsWithout = others;
        IsNewEnvironment = isNewEnvironment;
    }

    /// <summary>The new text.</summary>
    public string Text { get; }

    /// <summary>The binding's name as it stands there now.</summary>
    public string Binding { get; }

    /// <summary>The account that the file deploys to; null when it does not say.</summary>
    public string? FileAccountId { get; }

    /// <summary>Named environments that have no <c>ai</c>, which none inherits.</summary>
    public IReadOnlyList<string> EnvironmentsWithout { get; }

    /// <summary>Whether the file did not have the named environment before.</summary>
    public bool IsNewEnvironment { get; }

    /// <summary>Works out the change.</summary>
    /// <exception cref="ConfigSyntaxException">The file is broken, or something in it is of the wrong kind.</exception>
    public static WranglerChange Of(IConfigFormat format, string text, WranglerSettings settings)
    {
        ConfigNode root = format.Read(text);
        string[] place = settings.Environment is { } name ? new[] { "env", name } : Array.Empty<string>();
        ConfigNode? known = ConfigPath.Follow(root, Below(place, "ai", "binding"), text).Value;
        string binding = settings.Binding ?? (known is { Kind: ConfigKind.String, Text: { Length: > 0 } there } ? there : DefaultBinding);

        string changed = format.Set(text, Below(place, "ai", "binding"), binding);
        changed = format.Set(changed, Below(place, "vars", settings.Variable), settings.GatewayId);

        // What was made is read again: a mistake here must not reach the file.
        ConfigNode result = format.Read(changed);
        Verify(result, Below(place, "ai", "binding"), binding, changed);
        Verify(result, Below(place, "vars", settings.Variable), settings.GatewayId, changed);
        return new WranglerChange(
            changed,
            binding,
            WranglerLayout.TextOf(root, "account_id"),
            settings.Environment is null ? WranglerLayout.EnvironmentsWithoutAi(result) : Array.Empty<string>(),
            settings.Environment is { } wanted && text.Length > 0 && WranglerLayout.Environment(root, wanted) is null);
    }

    private static string[] Below(string[] place, string table, string name)
    {
        string[] path = new string[place.Length + 2];
        place.CopyTo(path, 0);
        path[place.Length] = table;
        path[place.Length + 1] = name;
        return path;
    }

    private static void Verify(ConfigNode root, string[] path, string value, string text)
    {
        if (ConfigPath.Follow(root, path, text).Value?.Text != value)
        {
            throw new InvalidOperationException($"The change of {string.Join(".", path)} went wrong; the file was left alone.");
        }
    }
}
