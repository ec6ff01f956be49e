namespace CloudflareAiGateway;

/// <summary>Datasets.</summary>
internal static class DatasetClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Datasets.</summary>
        public IDatasetClient Datasets => client.Resource<IDatasetClient>();
    }
}
