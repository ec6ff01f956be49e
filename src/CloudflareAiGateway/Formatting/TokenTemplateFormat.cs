using System.ComponentModel;
using System.Linq;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of token templates. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TokenTemplateFormat
{
    /// <summary>The permissions, one a line, with what each is for.</summary>
    /// <param name="template">The template.</param>
    /// <returns>Such as <c>AI Gateway - Run: Calls models …</c>.</returns>
    public static string Permissions(AiGatewayTokenTemplate template) =>
        string.Join("\n", template.Permissions.Select(p => $"{p.Name}{(p.IsRequired ? string.Empty : " (optional)")}: {p.Purpose}"));
}
