using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Emulator;

/// <summary>What bodies must be. Source: <c>CustomProviderCreate</c> and <c>CustomProviderPatch</c> of the OpenAPI document.</summary>
internal static partial class CustomProviderRules
{
    private static readonly StringRule s_string = new();
    private static readonly BooleanRule s_boolean = new();
    private static readonly NumberRule s_position = new();
    private static readonly StringRule s_address = new() { Pattern = AddressPattern() };
    private static readonly StringRule s_slug = new() { Pattern = SlugPattern() };
    private static readonly StringRule s_headers = new() { MaximumLength = 8192 };

    /// <summary>The body of a create. Without enable a provider is off.</summary>
    public static readonly ObjectRule Create = new(
        MemberRule.Required("name", s_string),
        MemberRule.Required("slug", s_slug),
        MemberRule.Required("base_url", s_address),
        MemberRule.WithDefault("enable", s_boolean, static () => false),
        MemberRule.WithDefault("beta", s_boolean, static () => false),
        MemberRule.Optional("description", s_string),
        MemberRule.Optional("headers", s_headers),
        MemberRule.Optional("link", s_string),
        MemberRule.WithDefault("position", s_position, static () => 0),
        MemberRule.Optional("curl_example", s_string),
        MemberRule.Optional("js_example", s_string))
    {
        ReadOnlyMembers = ["id", "created_at", "modified_at"],
    };

    /// <summary>The body of a change; the picture can be set here only.</summary>
    public static readonly ObjectRule Patch = new(
        MemberRule.Optional("name", s_string),
        MemberRule.Optional("slug", s_slug),
        MemberRule.Optional("base_url", s_address),
        MemberRule.Optional("enable", s_boolean),
        MemberRule.Optional("beta", s_boolean),
        MemberRule.Optional("description", s_string),
        MemberRule.Optional("headers", s_headers),
        MemberRule.Optional("link", s_string),
        MemberRule.Optional("logo", s_string),
        MemberRule.Optional("position", s_position),
        MemberRule.Optional("curl_example", s_string),
        MemberRule.Optional("js_example", s_string))
    {
        ReadOnlyMembers = ["id", "created_at", "modified_at"],
    };

    // Written out rather than taken from the module's own rules: the twin must not share a mistake with what it checks.
    [GeneratedRegex("^[a-zA-Z0-9_-]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugPattern();

    [GeneratedRegex("^https://[^\\s/?#]+[^\\s]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
