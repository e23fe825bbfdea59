import { startGallery } from '../../src/ui/gallery/start-gallery.tsx';

startGallery();
