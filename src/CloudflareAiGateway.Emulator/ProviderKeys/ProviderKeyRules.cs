namespace CloudflareAiGateway.Emulator;

/// <summary>What the bodies of create and update must be. Source: <c>ProviderConfigCreate</c> and <c>ProviderConfigUpdate</c> of the OpenAPI document.</summary>
internal static class ProviderKeyRules
{
    private const int LongestSecret = 65536;

    private static readonly StringRule s_name = new() { MinimumLength = 1 };
    private static readonly StringRule s_secret = new() { MinimumLength = 1, MaximumLength = LongestSecret };
    private static readonly NumberRule s_count = new() { Minimum = 0, Maximum = int.MaxValue };

    public static readonly ObjectRule Create = new(
        MemberRule.Required("alias", s_name),
        MemberRule.Required("default_config", new BooleanRule()),
        MemberRule.Required("provider_slug", s_name),
        MemberRule.Optional("rate_limit", s_count),
        MemberRule.WithDefault("rate_limit_period", s_count, static () => 60L),
        MemberRule.Optional("secret", s_secret),
        MemberRule.Optional("secret_id", s_name));

    public static readonly ObjectRule Update = new(MemberRule.Required("secret", s_secret));
}
