using System;
using System.Reflection;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>The rule between .NET names and wire names: snake_case, unless <see cref="WireNameAttribute"/> says otherwise.</summary>
internal static class WireSpelling
{
    /// <summary><c>CacheTtl</c> → <c>cache_ttl</c>, or what the member's <see cref="WireNameAttribute"/> says.</summary>
    public static string Of(MemberInfo member) =>
        member.GetCustomAttribute<WireNameAttribute>()?.Name ?? SnakeCase(member.Name);

    /// <summary><c>fixed</c> for <c>RateLimitingTechnique.Fixed</c>, <c>DELETE_OLDEST</c> for a value that carries that spelling.</summary>
    public static string OfEnum(Enum value)
    {
        FieldInfo? field = value.GetType().GetField(value.ToString());
        return field is null ? value.ToString() : Of(field);
    }

    /// <summary><c>RateLimitingLimit</c> → <c>rate_limiting_limit</c>; digits stay with the word before them.</summary>
    public static string SnakeCase(string pascalCase)
    {
        var text = new StringBuilder(pascalCase.Length + 8);
        for (int i = 0; i < pascalCase.Length; i++)
        {
            char c = pascalCase[i];
            if (char.IsUpper(c) && i > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary><c>cache_ttl</c> → <c>CacheTtl</c>; how a wire name is shown to the user.</summary>
    public static string PascalCase(string snakeCase)
    {
        var text = new StringBuilder(snakeCase.Length);
        bool upper = true;
        foreach (char c in snakeCase)
        {
            if (c == '_')
            {
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return text.ToString();
    }
}
