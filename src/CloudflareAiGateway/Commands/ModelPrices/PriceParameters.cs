using System.Linq;
using System.Reflection;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>The parameters that set a price inside <c>token_pricing</c>.</summary>
internal static class PriceParameters
{
    /// <summary>All of them.</summary>
    public static readonly PropertyInfo[] All =
        typeof(ModelPriceSettingsCommand).GetProperties().Where(p => p.GetCustomAttribute<PriceAttribute>() is not null).ToArray();
}
