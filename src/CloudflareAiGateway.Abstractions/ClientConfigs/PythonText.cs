using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Pieces of Python that several clients share.</summary>
internal static class PythonText
{
    /// <summary>A variable's value; Python raises a KeyError with its name when it is not set.</summary>
    public static string Secret(ClientVariable variable) => $"os.environ[{Literal.Double(variable.Name)}]";

    /// <summary>The route's headers as a keyword argument.</summary>
    /// <param name="snippet">Where to write.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="route">The route.</param>
    public static void Headers(Snippet snippet, string argument, ClientRoute route)
    {
        if (route.Token is null && route.Headers.Count == 0)
        {
            return;
        }

        snippet.Line($"    {argument}={{");
        foreach (KeyValuePair<string, string> header in route.Headers)
        {
            snippet.Line($"        {Literal.Double(header.Key)}: {Literal.Double(header.Value)},");
        }

        if (route.Token is { } token)
        {
            snippet.Line($"        {Literal.Double(ClientRoute.TokenHeader)}: \"Bearer \" + {Secret(token)},");
        }

        snippet.Line("    },");
    }
}
