using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Pieces of JavaScript that several clients share.</summary>
internal static class NodeText
{
    /// <summary>A function that reads a variable and says which one is missing; without it a header would read "Bearer undefined".</summary>
    public static void SecretFunction(Snippet snippet) => snippet
        .Line("function secret(name) {")
        .Line("  if (!process.env[name]) throw new Error(`Set the environment variable ${name}.`);")
        .Line("  return process.env[name];")
        .Line("}");

    /// <summary>A variable's value.</summary>
    public static string Secret(ClientVariable variable) => $"secret({Literal.Double(variable.Name)})";

    /// <summary>The route's headers as a member of an object.</summary>
    /// <param name="snippet">Where to write.</param>
    /// <param name="indent">The member's indentation.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="route">The route.</param>
    public static void Headers(Snippet snippet, string indent, string member, ClientRoute route)
    {
        if (route.Token is null && route.Headers.Count == 0)
        {
            return;
        }

        snippet.Line($"{indent}{member}: {{");
        foreach (KeyValuePair<string, string> header in route.Headers)
        {
            snippet.Line($"{indent}  {Literal.Double(header.Key)}: {Literal.Double(header.Value)},");
        }

        if (route.Token is { } token)
        {
            snippet.Line($"{indent}  {Literal.Double(ClientRoute.TokenHeader)}: `Bearer ${{{Secret(token)}}}`,");
        }

        snippet.Line($"{indent}}},");
    }
}
