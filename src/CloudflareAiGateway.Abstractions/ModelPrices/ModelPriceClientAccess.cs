namespace CloudflareAiGateway;

/// <summary>Prices of the models of custom providers.</summary>
internal static class ModelPriceClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Prices of the models of custom providers.</summary>
        public IModelPriceClient ModelPrices => client.Resource<IModelPriceClient>();
    }
}
