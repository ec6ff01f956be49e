namespace CloudflareAiGateway.Emulator;

/// <summary><c>/v1/{account}/{gateway}/{provider}/{path}</c>: the provider's own API.</summary>
internal static class NativeSurface
{
    public static PlanReading Read(SurfaceContext context, string slug, string path)
    {
        if (context.FindProvider(slug) is not ProviderInfo provider)
        {
            return GatewayRefusal.InvalidProvider;
        }

        CallHeaders headers = context.Headers;
        EmulatedRequest request = context.Request;
        return SurfaceContext.Step(FormatTable.Find(provider, path), new ModelInput
        {
            Provider = provider,
            Method = request.Method,
            Path = path,
            Query = request.Query,
            Headers = headers,
            Body = request.Body,
            Json = JsonReading.TryParse(request.Body),
        }, CallOptions.Read(headers));
    }
}
